/** A file that the bundler writes beside the code. */
export interface Asset {
  readonly type: 'asset';
  readonly fileName: string;
  readonly source: string;
}
