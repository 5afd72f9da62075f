import type { Answer } from './answer.ts';
import { badParams } from './answer.ts';
import type { ApiRequest } from './request.ts';

/** Above so many rows GitLab counts no longer. */
const mostCounted = 10_000;

/**
 * One page of a list, with the headers that lead to the next.
 * @param isShown leaves rows out after the page was cut, so that it is shorter
 */
export function pageOf<T>(
  rows: readonly T[],
  { params, url, headers }: ApiRequest,
  show: (row: T) => unknown,
  isShown: (row: T) => boolean = () => true,
): Answer {
  const page = number(params.page, 'page', 1);
  const perPage = Math.min(100, number(params.per_page, 'per_page', 20));
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const cut = rows.slice((page - 1) * perPage, page * perPage);
  const next = page < pages ? `${page + 1}` : '';
  const isCounted = rows.length <= mostCounted;
  const link = (rel: string, to: number) => {
    const target = new URL(url, `http://${headers.host ?? 'localhost'}`);
    target.searchParams.set('page', `${to}`);
    target.searchParams.set('per_page', `${perPage}`);
    return `<${target.href}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link('prev', page - 1)] : []),
    ...(next === '' ? [] : [link('next', page + 1)]),
    link('first', 1),
    ...(isCounted ? [link('last', pages)] : []),
  ];
  return {
    status: 200,
    body: cut.filter(isShown).map(show),
    headers: {
      link: links.join(', '),
      'x-next-page': next,
      'x-page': `${page}`,
      'x-per-page': `${perPage}`,
      'x-prev-page': page > 1 ? `${page - 1}` : '',
      ...(isCounted && { 'x-total': `${rows.length}`, 'x-total-pages': `${pages}` }),
    },
  };
}

function number(value: unknown, name: string, otherwise: number): number {
  if (value === undefined) return otherwise;
  const read = Number(value);
  if (!Number.isInteger(read)) throw badParams(`${name} is invalid`);
  if (read < 1) throw badParams(`${name} has a value not allowed`);
  return read;
}
