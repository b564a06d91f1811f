import fc from "fast-check";
import { dashboardColumns, placeWidgets, type WidgetPlace } from "./dashboard-layout";

const size = (width: number, height: number) => ({ width, height });
const overlap = (a: WidgetPlace, b: WidgetPlace) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const sizes = fc.record({ width: fc.integer({ min: 1, max: 30 }), height: fc.integer({ min: 1, max: 12 }) });
const sections = fc.array(fc.array(sizes, { maxLength: 12 }), { maxLength: 8 });

describe("layout of a dashboard", () => {
  it("fills a line and goes on below", () => {
    expect(placeWidgets([[size(8, 6), size(8, 6), size(8, 6), size(8, 6)]])).toEqual([
      { x: 0, y: 0, width: 8, height: 6 },
      { x: 8, y: 0, width: 8, height: 6 },
      { x: 16, y: 0, width: 8, height: 6 },
      { x: 0, y: 6, width: 8, height: 6 },
    ]);
  });

  it("starts each section below the tallest widget of the one before", () => {
    expect(placeWidgets([[size(4, 2), size(4, 5)], [], [size(24, 1)]]).map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [4, 0],
      [0, 5],
    ]);
  });

  it("lets no two widgets overlap and none leave the dashboard", () => {
    fc.assert(
      fc.property(sections, (given) => {
        const placed = placeWidgets(given);
        expect(placed).toHaveLength(given.flat().length);
        placed.forEach((widget, index) => {
          expect(widget.x).toBeGreaterThanOrEqual(0);
          expect(widget.y).toBeGreaterThanOrEqual(0);
          expect(widget.x + widget.width).toBeLessThanOrEqual(dashboardColumns);
          expect(placed.slice(index + 1).filter((other) => overlap(widget, other))).toEqual([]);
        });
      }),
    );
  });

  it("keeps the order: each widget is right of the one before, or below it", () => {
    fc.assert(
      fc.property(sections, (given) => {
        const placed = placeWidgets(given);
        placed.slice(1).forEach((widget, index) => {
          const before = placed[index];
          expect(widget.y > before.y || (widget.y === before.y && widget.x >= before.x + before.width)).toBe(true);
        });
      }),
    );
  });
});
