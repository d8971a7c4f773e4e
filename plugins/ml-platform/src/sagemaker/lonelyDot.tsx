/** Draws a dot for steps that have no neighbour to draw a line to. */
export function lonelyDot(lonely: Set<number>, color: string) {
  return function LonelyDot(props: {
    cx?: number;
    cy?: number;
    index?: number;
    key?: unknown;
  }) {
    const { cx, cy, index = -1 } = props;
    return lonely.has(index) && cx !== undefined && cy !== undefined ? (
      <circle key={index} cx={cx} cy={cy} r={2} fill={color} />
    ) : (
      <g key={index} />
    );
  };
}
