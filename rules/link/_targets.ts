import type { Link } from '../../src/markdown/document.ts';

/** What is wrong with a target that the syntax allows, and the target that must be meant where that is plain. */
export interface TargetSlip {
  readonly kind: 'doubled' | 'stray' | 'scheme';
  readonly mended: string | null;
}

/** The first slip in a target, or null. */
export function targetSlip({ target, kind }: Link): TargetSlip | null {
  if (kind === 'autolink' || /<%|\{[{%]/.test(target)) return null;
  const inner = /^\((.*)\)$/.exec(target)?.[1];
  if (inner !== undefined) return { kind: 'doubled', mended: inner };
  const scheme = schemeSlip(target);
  if (scheme !== null) return scheme;
  const local = /^[/#.]/.test(target);
  if (local && /^[^#]*##/.test(target)) return { kind: 'doubled', mended: target.replace(/#{2,}/, '#') };
  // A text fragment may hold any mark.
  if (target.includes(':~:')) return null;
  const quoted = local
    ? /^(?:["'“”‘’`]|%22|%20)+|(?<!["'“”‘’`[]|%22|%20|%E2%80%9[CD])(?:["'“”‘’`[]|%22|%20|%E2%80%9[CD])+$/i
    : /^["'“”‘’`]+|(?<!["“”‘`[])["“”‘`[]+$/;
  // In a query, "%22" is a search for words in quotes.
  if (quoted.test(target) && !(target.includes('?') && /%2[02]$/.test(target))) {
    const mended = target.replace(quoted, '').replace(quoted, '');
    return { kind: 'stray', mended: mended === '' ? null : mended };
  }
  if (
    local &&
    /(?<![.,;:!?\]})>])[.,;:!?\]})>]+$/.test(target) &&
    !/[[{(<]/.test(target) &&
    !/^[./]*$/.test(target)
  ) {
    return { kind: 'stray', mended: target.replace(/(?<![.,;:!?\]})>])[.,;:!?\]})>]+$/, '') };
  }
  // A backslash before a mark only tells markdown to take the mark as it is.
  if (/[“”|^`<>]|[‘’](?=\/)|\\(?=[a-z0-9])/i.test(target)) return { kind: 'stray', mended: null };
  return null;
}

function schemeSlip(target: string): TargetSlip | null {
  const web = /^https?:\/\/(?=[^/])/i;
  if (web.test(target)) {
    const rest = target.replace(web, '');
    const again = /^(?:https?:?\/\/)/i.exec(rest)?.[0];
    return again === undefined ? null : { kind: 'scheme', mended: web.test(rest) ? rest : null };
  }
  // "http//", "https:/x", "htps://", "https:example.com"
  const [, slip = '', rest = ''] =
    /^((?:h{1,2}t{1,3}ps{0,2}|https?)(?:[:;]?\/{1,3}|:))(.*)$/i.exec(target) ?? [];
  if (slip === '' || !/^[\w-]+\./.test(rest)) return null;
  return { kind: 'scheme', mended: `${/s[:;/]*$/i.test(slip) ? 'https' : 'http'}://${rest}` };
}
