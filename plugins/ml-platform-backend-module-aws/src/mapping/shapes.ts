/** ISO 8601 of a date of the SDK. */
export function isoOf(date: Date | undefined): string | undefined {
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined;
}

/** The same keys always in the same order, so that equal facts are equal texts. */
export function sortedRecord(
  record: Record<string, string | undefined> | undefined,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record ?? {})
      .filter((entry): entry is [string, string] => entry[1] !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** In order, for lists whose order means nothing. */
export function sortedTexts(texts: (string | undefined)[] = []): string[] {
  return texts.filter((text): text is string => text !== undefined).sort();
}

/** An object without the keys that are undefined. */
export function defined<Shape extends object>(shape: Shape): Shape {
  return Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== undefined),
  ) as Shape;
}
