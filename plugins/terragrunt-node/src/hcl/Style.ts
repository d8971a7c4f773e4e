/** How new text is written, learnt from what stands beside it. */
export interface Style {
  /** One level of indentation. */
  unit: string;
  eol: '\n' | '\r\n';
  /** Keys of the object itself stand in quotes. */
  quoted: boolean;
  /** Keys of the objects in it stand in quotes: names often do where attributes do not. */
  quotedInside: boolean;
  separator: '=' | ':';
  /** Entries of objects over several lines end in a comma. */
  commas: boolean;
  /** The last element of a list over several lines ends in a comma. */
  trailingComma: boolean;
  /** Attributes over several lines are set apart by blank lines. */
  blankLines: boolean;
  /** Keys whose lists are written one element a line, or on one line; else width decides. */
  lists: Map<string, 'lines' | 'inline'>;
}

/** What is used where the file shows no habit; the shape of the module's own documentation. */
export const DEFAULT_STYLE: Style = {
  unit: '  ',
  eol: '\n',
  quoted: false,
  quotedInside: false,
  separator: '=',
  commas: false,
  trailingComma: true,
  blankLines: true,
  lists: new Map(),
};
