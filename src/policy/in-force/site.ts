import type { FileSystem } from '../../host/file-system.ts';
import type { Config } from '../config.ts';
import type { Origin, Setting } from '../origin.ts';
import { placeOf } from '../place-of.ts';
import { siteSettings } from '../site-settings.ts';

/** How the site is put together, by the keys of `site`; empty where nobody knows. */
export function siteInForce(config: Config, files: FileSystem): ReadonlyMap<string, Setting<unknown>> {
  const site = siteSettings(config, files);
  const { external = {}, redirects } = config.site;
  const from = (path: readonly string[], otherwise: Origin): Origin => {
    const place = placeOf(config.sources, ['site', ...path]);
    return place === null ? otherwise : { kind: 'config', ...place };
  };
  const detected: Origin = { kind: 'detected' };
  const byDefault: Origin = { kind: 'default' };
  const entries: [string, unknown, Origin][] = [
    ...Object.entries(external).map(([key, value]): [string, unknown, Origin] => [
      `external.${key}`,
      value,
      from(['external', key], byDefault),
    ]),
  ];
  if (redirects !== undefined)
    entries.unshift(['redirects', [redirects].flat(), from(['redirects'], byDefault)]);
  if (site !== null) {
    const { layout, content, assets, complete, origins, anchors } = site;
    entries.unshift(
      ['layout', layout, from(['layout'], detected)],
      ['content', content, from(['content'], detected)],
      ['assets', assets, from(['assets'], detected)],
      ['complete', complete, from(['complete'], byDefault)],
      ['origins', origins, from(['origins'], byDefault)],
      ['anchors', anchors, from(['anchors'], detected)],
    );
  }
  return new Map(entries.map(([key, value, origin]) => [key, { value, from: origin }]));
}
