/** How long one takes of the other, rounded to two places. */
export const ratio = (a, b) => Math.round((a / b) * 100) / 100;

/** Slope of the line through [x, y] in logarithms, by least squares: 1 where time grows with size, 2 where it grows with pairs. */
export function exponent(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = (at) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const up = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  const along = logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
  return Math.round((up / along) * 1000) / 1000;
}

/** Times in ms as lines of text. */
export function table(title, times) {
  const rows = times.map(({ name, median, least, most }) =>
    [name.padEnd(20), ...[median, least, most].map((ms) => `${ms.toFixed(0)} ms`.padStart(12))].join(''),
  );
  return [
    `${title.padEnd(20)}${['median', 'least', 'most'].map((word) => word.padStart(12)).join('')}`,
    ...rows,
  ].join('\n');
}
