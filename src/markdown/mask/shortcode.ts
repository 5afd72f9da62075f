import { type Dialect, finder } from './dialect.ts';

/** Hugo shortcodes, `{{< name >}}` and `{{% name %}}`, also over several lines. */
export function shortcodes(text: string): Dialect {
  const closings = { '<': finder(text, '>}}'), '%': finder(text, '%}}') };
  const openings = [finder(text, '{{<'), finder(text, '{{%')];
  return ({ at }) => {
    if (text.charCodeAt(at + 1) !== 0x7b) return null;
    const mark = text[at + 2];
    if (mark !== '<' && mark !== '%') return null;
    const close = closings[mark](at + 3);
    if (close === -1) return null;
    // Shortcodes do not nest: another opening before the end means that this one was never closed.
    for (const opening of openings) {
      const next = opening(at + 3);
      if (next !== -1 && next < close) return null;
    }
    return { kind: 'shortcode', end: close + 3 };
  };
}

const NAME = /^\{\{[<%]\s*(?:\/\*)?\s*(\/?)\s*([^\s/<>%]*)/;

/** Name of a shortcode and whether it is the closing half of a pair (`{{% /alert %}}`). */
export function shortcodeName(source: string): { readonly name: string; readonly closing: boolean } {
  const match = NAME.exec(source);
  return { name: match?.[2] ?? '', closing: match?.[1] === '/' };
}
