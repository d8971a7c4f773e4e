import { EndpointFigureName } from '@ml-platform/plugin-ml-platform-common';

/** One value of a variant in one step, and the requests that it is about. */
export interface FigureCell {
  value: number;
  requests?: number;
}

const FOLDS: Record<EndpointFigureName, (cells: FigureCell[]) => number> = {
  invocations: sum,
  errors4xx: sum,
  errors5xx: sum,
  modelLatencyMs: meanOverRequests,
  // Percentiles cannot be averaged: the worst step is told.
  modelLatencyP50Ms: worst,
  modelLatencyP90Ms: worst,
  modelLatencyP99Ms: worst,
  overheadLatencyMs: meanOverRequests,
  overheadLatencyP50Ms: worst,
  overheadLatencyP90Ms: worst,
  overheadLatencyP99Ms: worst,
  cpuPercent: mean,
  memoryPercent: mean,
  gpuPercent: mean,
  gpuMemoryPercent: mean,
};

/** All figures, in the order in which they are written. */
export const FIGURE_NAMES = Object.keys(FOLDS) as EndpointFigureName[];

/**
 * One value of several steps and variants: counts add up, times are means over
 * requests. Undefined without any value, which is not zero.
 */
export function foldFigure(
  name: EndpointFigureName,
  cells: FigureCell[],
): number | undefined {
  if (cells.length === 0) {
    return undefined;
  }
  return Math.round(FOLDS[name](cells) * 100) / 100;
}

function sum(cells: FigureCell[]): number {
  return cells.reduce((total, { value }) => total + value, 0);
}

function mean(cells: FigureCell[]): number {
  return sum(cells) / cells.length;
}

function worst(cells: FigureCell[]): number {
  return Math.max(...cells.map(({ value }) => value));
}

function meanOverRequests(cells: FigureCell[]): number {
  const weightOf = ({ requests }: FigureCell) => requests ?? 1;
  const weight = cells.reduce((total, cell) => total + weightOf(cell), 0);
  return weight > 0
    ? cells.reduce((total, cell) => total + cell.value * weightOf(cell), 0) /
        weight
    : mean(cells);
}
