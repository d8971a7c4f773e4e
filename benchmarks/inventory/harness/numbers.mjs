/** The value below which a share of the numbers lies. */
export function percentile(numbers, share) {
  if (numbers.length === 0) {
    return undefined;
  }
  const sorted = [...numbers].sort((one, other) => one - other);
  const at = Math.ceil(share * sorted.length) - 1;
  return sorted[Math.min(sorted.length - 1, Math.max(0, at))];
}

export function median(numbers) {
  return percentile(numbers, 0.5);
}

export function round(number, digits = 1) {
  return number === undefined ? undefined : Number(number.toFixed(digits));
}
