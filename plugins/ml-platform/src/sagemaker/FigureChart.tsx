import { Text } from '@backstage/ui';
import type {
  EndpointFigureName,
  EndpointSeries,
} from '@ml-platform/plugin-ml-platform-common';
import { DateTime } from 'luxon';
import { useId } from 'react';
import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import styles from './FigureChart.module.css';
import { FIGURES, lonelySteps, pointsOf, summaryWords } from './figures';
import { lonelyDot } from './lonelyDot';

/** Told apart by their dashes too; all stand out from the ground of both themes. */
const LOOKS = [
  { color: 'var(--bui-accent-bg)', dash: undefined },
  { color: 'var(--bui-accent-bg)', dash: '6 3' },
  { color: 'var(--bui-fg-secondary)', dash: undefined },
  { color: 'var(--bui-fg-secondary)', dash: '2 3' },
];

const TICK = { fill: 'var(--bui-fg-secondary)', fontSize: 12 };

/** Figures over time. Steps without data are gaps, not zero. */
export function FigureChart(props: {
  title: string;
  series: EndpointSeries;
  names: EndpointFigureName[];
  /** Writes the values of the axis. */
  format: (value: number | undefined) => string;
  /** Of the axis: `100` for percent. */
  most?: number;
  /** What is to be known of the lines. */
  note?: string;
}) {
  const { title, series, names, format, most, note } = props;
  const id = useId();
  const shown = names.filter(name =>
    series.values[name]?.some(value => value !== null),
  );
  const points = pointsOf(series);
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption>
        <Text as="h3" id={id} variant="body-large" weight="bold">
          {title}
        </Text>
      </figcaption>
      {shown.length === 0 ? (
        <Text as="p" color="secondary">
          No data in these hours.
        </Text>
      ) : (
        <>
          <ul className={styles.legend}>
            {shown.map((name, index) => (
              <li key={name} className={styles.entry}>
                <svg width="22" height="8" aria-hidden="true">
                  <line
                    x1="0"
                    x2="22"
                    y1="4"
                    y2="4"
                    stroke={LOOKS[index].color}
                    strokeWidth="2"
                    strokeDasharray={LOOKS[index].dash}
                  />
                </svg>
                {summaryWords(name, series.values[name] ?? [])}
              </li>
            ))}
          </ul>
          <ResponsiveContainer width="100%" height={180}>
            <LineChart
              data={points}
              margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
              title={`${title}, last ${series.hours} hours`}
            >
              <CartesianGrid stroke="var(--bui-border-1)" vertical={false} />
              <XAxis
                dataKey="at"
                type="number"
                scale="time"
                domain={['dataMin', 'dataMax']}
                tickFormatter={at => timeOf(Number(at))}
                tick={TICK}
                stroke="var(--bui-border-2)"
                minTickGap={40}
              />
              <YAxis
                tickFormatter={value => format(Number(value))}
                tick={TICK}
                stroke="var(--bui-border-2)"
                width={68}
                domain={[0, most ?? 'auto']}
                allowDecimals={false}
                tickCount={5}
              />
              <Tooltip
                isAnimationActive={false}
                content={({ active, label, payload }) =>
                  active && payload?.length ? (
                    <div className={styles.tooltip}>
                      <div>{timeOf(Number(label), true)}</div>
                      {payload.map(({ dataKey, value, name }) => (
                        <div key={String(name ?? dataKey)}>
                          {String(name)}:{' '}
                          {FIGURES[
                            shown.find(
                              one => FIGURES[one].title === String(name),
                            ) ?? shown[0]
                          ].format(
                            typeof value === 'number' ? value : undefined,
                          )}
                        </div>
                      ))}
                    </div>
                  ) : null
                }
              />
              {shown.map((name, index) => (
                <Line
                  key={name}
                  name={FIGURES[name].title}
                  dataKey={({ values }: (typeof points)[number]) =>
                    values[name]
                  }
                  type="linear"
                  stroke={LOOKS[index].color}
                  strokeDasharray={LOOKS[index].dash}
                  strokeWidth={2}
                  dot={lonelyDot(
                    lonelySteps(points.map(({ values }) => values[name])),
                    LOOKS[index].color,
                  )}
                  connectNulls={false}
                  isAnimationActive={false}
                />
              ))}
            </LineChart>
          </ResponsiveContainer>
          {note && (
            <Text as="p" variant="body-small" color="secondary">
              {note}
            </Text>
          )}
        </>
      )}
    </figure>
  );
}

function timeOf(at: number, withDay = false): string {
  return DateTime.fromMillis(at).toLocaleString(
    withDay ? DateTime.DATETIME_MED : DateTime.TIME_24_SIMPLE,
  );
}
