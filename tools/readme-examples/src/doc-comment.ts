import * as ts from "typescript";

/** What the comment of a declaration says. */
export interface DocComment {
  /** On one line, without tags and addresses. */
  readonly text: string;
  /** Of `@default`; undefined without it. */
  readonly defaultText: string | undefined;
  /** The first address of a page. */
  readonly link: string | undefined;
}

export function docComment(declaration: ts.Node): DocComment {
  const comment = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc).at(-1);
  const tag = comment?.tags?.find(({ tagName }) => tagName.text === "default");
  return {
    text: paragraphs(comment?.comment).join(" "),
    defaultText: tag && paragraphs(tag.comment)[0],
    link: /https:\/\/[^\s)]+[^\s).,;]/.exec(comment?.getText() ?? "")?.[0],
  };
}

function paragraphs(comment: ts.JSDoc["comment"]): string[] {
  const texts = (ts.getTextOfJSDocComment(comment) ?? "").split(/\n\s*\n/).map((text) => text.replace(/\s+/g, " ").trim());
  return texts.filter((text) => text !== "" && !text.startsWith("https://"));
}
