import { Line, LineChart, YAxis } from 'recharts';
import { lonelySteps } from './figures';
import { lonelyDot } from './lonelyDot';

/** A small line beside a number that says the same: gaps are steps without data. */
export function Sparkline(props: { values: (number | null)[] }) {
  const { values } = props;
  const lonely = lonelySteps(values);
  return (
    <span aria-hidden="true" style={{ display: 'inline-block' }}>
      <LineChart
        width={88}
        height={26}
        data={values.map(value => ({ value }))}
        margin={{ top: 3, right: 2, bottom: 3, left: 2 }}
        accessibilityLayer={false}
        style={{ pointerEvents: 'none' }}
      >
        <YAxis hide domain={[0, 'auto']} />
        <Line
          dataKey="value"
          type="linear"
          stroke="var(--bui-accent-bg)"
          strokeWidth={1.5}
          dot={lonelyDot(lonely, 'var(--bui-accent-bg)')}
          activeDot={false}
          connectNulls={false}
          isAnimationActive={false}
        />
      </LineChart>
    </span>
  );
}
