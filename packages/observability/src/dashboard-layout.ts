/** How wide CloudWatch's dashboards are, in columns. */
export const dashboardColumns = 24;

/** Of a widget, in columns and rows. */
export interface WidgetSize {
  readonly width: number;
  readonly height: number;
}

/** Where a widget is: from the left and from the top. */
export interface WidgetPlace extends WidgetSize {
  readonly x: number;
  readonly y: number;
}

/**
 * Places each section's widgets from left to right and, where a line is full, below. A section starts on a line of its
 * own; its widgets keep their order. Wider than the dashboard is as wide as the dashboard.
 */
export function placeWidgets<T extends WidgetSize>(sections: readonly (readonly T[])[]): (T & WidgetPlace)[] {
  const placed: (T & WidgetPlace)[] = [];
  let bottom = 0;
  for (const section of sections) {
    let x = 0;
    let y = bottom;
    for (const widget of section) {
      const width = Math.min(widget.width, dashboardColumns);
      if (x + width > dashboardColumns) {
        x = 0;
        y = bottom;
      }
      placed.push({ ...widget, width, x, y });
      x += width;
      bottom = Math.max(bottom, y + widget.height);
    }
  }
  return placed;
}
