import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { StateStore } from "./state-store";
import { CompiledSources } from "./test-runs/compiled-sources.fixture";

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "stack-lock-"));
  folder = join(root, ".pulumi/locks/organization/infra/dev");
});
afterEach(() => rmSync(root, { recursive: true }));

function open(): Promise<StateStore> {
  return StateStore.open({ root, project: "infra", stack: "dev", passphrase: "" });
}

function leaveLock(name: string, content: object | string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

async function pidOfEndedProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  return child.pid ?? 0;
}

describe("the lock of a stack", () => {
  it("is a file as Pulumi writes it, gone when it is released", async () => {
    const lock = await (await open()).lock("up");
    const [name = ""] = readdirSync(folder);
    expect(name).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json$/);
    expect(JSON.parse(readFileSync(join(folder, name), "utf8"))).toEqual({
      pid: process.pid,
      username: userInfo().username,
      hostname: hostname(),
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      command: "up",
    });
    lock.release();
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("keeps a second run out, which learns who has it, since when, and how to unlock", async () => {
    const store = await open();
    const lock = await store.lock("up");
    const path = join(folder, readdirSync(folder)[0] ?? "");
    const { timestamp } = JSON.parse(readFileSync(path, "utf8")) as { timestamp: string };
    await expect((await open()).lock("destroy")).rejects.toThrow(
      `the stack "dev" is locked by process ${process.pid} (user ${userInfo().username}, host ${hostname()}) ` +
        `since ${timestamp} for \`up\`: wait for it to end; if it is gone, delete ${path}`,
    );
    lock.release();
    (await store.lock("destroy")).release();
  });

  it("is not another stack's", async () => {
    const lock = await (await open()).lock("up");
    const other = await StateStore.open({ root, project: "infra", stack: "prod", passphrase: "" });
    (await other.lock("up")).release();
    lock.release();
  });

  it("is taken over from a process of this host that has ended", async () => {
    const pid = await pidOfEndedProcess();
    leaveLock("dead.json", { pid, username: "u", hostname: hostname(), timestamp: new Date().toISOString() });
    const lock = await (await open()).lock("up");
    expect(readdirSync(folder)).not.toContain("dead.json");
    lock.release();
  });

  it("is taken over from a process of this host that ran before its last start", async () => {
    leaveLock("old.json", { pid: process.ppid, username: "u", hostname: hostname(), timestamp: "2000-01-01T00:00:00Z" });
    (await (await open()).lock("up")).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is taken over from an earlier process that had this one's pid", async () => {
    const timestamp = new Date(Date.now() - (process.uptime() + 1) * 1000).toISOString();
    leaveLock("namesake.json", { pid: process.pid, username: "u", hostname: hostname(), timestamp });
    (await (await open()).lock("up")).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is respected when a living process of this host, another host, or an unknown tool has it", async () => {
    const timestamp = new Date().toISOString();
    const living = leaveLock("living.json", { pid: process.ppid, username: "u", hostname: hostname(), timestamp });
    await expect((await open()).lock("up")).rejects.toThrow(
      `is locked by process ${process.ppid} (user u, host ${hostname()}) since ${timestamp}: wait for it to end`,
    );
    rmSync(living);
    const remote = leaveLock("remote.json", { pid: 1, username: "u", hostname: "elsewhere", timestamp: "2000-01-01T00:00:00Z" });
    await expect((await open()).lock("up")).rejects.toThrow("is locked by process 1 (user u, host elsewhere) since 2000-01-01T00:00:00Z");
    rmSync(remote);
    const foreign = leaveLock("foreign", "?");
    await expect((await open()).lock("up")).rejects.toThrow(
      `the stack "dev" is locked by ${foreign}: wait for it to end; if it is gone, delete ${foreign}`,
    );
  });

  it("does not mind the files beside a lock in which Pulumi's storage keeps metadata", async () => {
    leaveLock("some.json.attrs", "{}");
    (await (await open()).lock("up")).release();
    expect(readdirSync(folder)).toEqual(["some.json.attrs"]);
  });

  it("is held by one of many that ask at the same time, never by two", async () => {
    let holders = 0;
    let most = 0;
    const ask = async (): Promise<boolean> => {
      try {
        const lock = await (await open()).lock("up");
        holders += 1;
        most = Math.max(most, holders);
        await new Promise((resolve) => setTimeout(resolve, 20));
        holders -= 1;
        lock.release();
        return true;
      } catch {
        return false;
      }
    };
    const results = await Promise.all(Array.from({ length: 12 }, ask));
    expect(most).toBe(1);
    expect(results.filter(Boolean).length).toBeGreaterThanOrEqual(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is held by one of several processes that ask for it again and again, never by two", async () => {
    const sources = new CompiledSources();
    const children = Array.from({ length: 4 }, () => spawn(process.execPath, [sources.module("lock-child"), root, "15"]));
    const reports = await Promise.all(
      children.map(async (child) => {
        let output = "";
        child.stdout.on("data", (data: Buffer) => (output += data.toString()));
        await once(child, "close");
        return JSON.parse(output) as { readonly got: number; readonly refused: number; readonly shared: number };
      }),
    );
    sources.remove();
    for (const { got, refused } of reports) expect(got + refused).toBe(15);
    expect(reports.map(({ shared }) => shared)).toEqual([0, 0, 0, 0]);
    expect(reports.reduce((sum, { got }) => sum + got, 0)).toBeGreaterThan(10);
    expect(readdirSync(folder)).toEqual([]);
  }, 30_000);
});
