/** Texts of a folder by their paths in it, `/` between names. */
export type Files = ReadonlyMap<string, string>;

/** The files of one folder, without those of folders in it. */
export function filesIn(files: Files, folder: string): Files {
  return new Map(
    [...files].filter(
      ([path]) =>
        path.startsWith(`${folder}/`) &&
        !path.slice(folder.length + 1).includes('/'),
    ),
  );
}
