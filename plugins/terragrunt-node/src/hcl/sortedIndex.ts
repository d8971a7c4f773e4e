/** Where a name belongs among names in strict order; undefined when they are not, or too few to tell. */
export function sortedIndex(
  names: (string | undefined)[],
  name: string,
): number | undefined {
  const sorted =
    names.length >= 2 &&
    names.every(
      (each, index) =>
        each !== undefined && (index === 0 || names[index - 1]! < each),
    );
  if (!sorted) {
    return undefined;
  }
  const index = names.findIndex(each => each! > name);
  return index === -1 ? names.length : index;
}
