import { UserError } from '@parley/model';
import { expect, it } from 'vitest';
import { overlay } from '../ready-overlay.test-support.ts';
import { readMapFile } from './read-map-file.ts';
import { zoneOfFile } from './zone-of-file.ts';

/** One square of a KML file for each accuracy stated; KML has numbers as text. */
const kml = (...stated: (string | null)[]): Uint8Array =>
  new TextEncoder().encode(`<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${stated.map(placemark).join('')}</Document></kml>`);
const placemark = (accuracy: string | null): string => `<Placemark>
  ${accuracy === null ? '' : `<ExtendedData><Data name="accuracyMeters"><value>${accuracy}</value></Data></ExtendedData>`}
  <Polygon><outerBoundaryIs><LinearRing><coordinates>34,31 34.1,31 34.1,31.1 34,31.1 34,31</coordinates></LinearRing></outerBoundaryIs></Polygon>
</Placemark>`;
const accuracyOf = async (...stated: (string | null)[]) => zoneOfFile(overlay, await readMapFile(kml(...stated), 'map.kml')).accuracyMeters;

it('takes the widest accuracy that a file states, as a number or as text', async () => {
  expect(await accuracyOf('200', '3000', null)).toBe(3000);
  expect(await accuracyOf('12.5')).toBe(12.5);
  expect(await accuracyOf(null, '')).toBeNull();
});

it.each(['about 200', '-1', '50001'])('refuses "%s" as an accuracy, by the name of the file', async (stated) => {
  const error: unknown = await accuracyOf('200', stated).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).message).toBe(`map.kml: accuracyMeters is "${stated}"`);
});
