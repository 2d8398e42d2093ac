/** What is wrong in one cell of an import, where it stands, and what would be right. */
export interface RowProblem {
  readonly row: number;
  readonly column: string;
  readonly found: string;
  readonly right: RightCell;
}

/** What a cell should have held; each has a text in every language. */
export type RightCell =
  | 'needed'
  | 'rupiah'
  | 'grams'
  | 'stock'
  | 'known-supplier'
  | 'one-row-each'
  | 'no-formula'
  | 'shorter'
  | 'known-order'
  | 'known-courier'
  | 'resi';
