import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalDegrees, readDegrees, readPlace, sexagesimalDegrees } from './degrees.ts';

describe('degrees as people write them', () => {
  test.each([
    ['31.5', 31.5],
    ['-31.5', -31.5],
    ['−31,5', -31.5],
    ['31°30′18″ N', 31.505],
    ['31° 30\' 18" S', -31.505],
    ['31 30 18', 31.505],
    ['31:30:18', 31.505],
    ['S 31 30.3', -31.505],
    ['31°30.3′N', 31.505],
    ['31 d 30', 31.5],
    ['31d30m18s N', 31.505],
    ['90', 90],
    ['0', 0],
  ])('latitude %s', (text, degrees) => expect(readDegrees(text, 'latitude')).toBeCloseTo(degrees, 12));

  test.each([
    ['34°27′ E', 34.45],
    ['W 3° 12’', -3.2],
    ['-180', -180],
    ['179 59 59.99', 179.999997222],
  ])('longitude %s', (text, degrees) => expect(readDegrees(text, 'longitude')).toBeCloseTo(degrees, 9));

  test.each(['', 'north', '91', '31°60′', '31°30′60″', '31.5° 30′', '31 30.5 10', '-31 N', '31 E', '31 30 18 4', '1e1', '31..5'])(
    'no latitude: "%s"',
    (text) => expect(readDegrees(text, 'latitude')).toBeNull(),
  );

  test('beyond 180 is no longitude', () => expect(readDegrees('180.0001', 'longitude')).toBeNull());
});

describe('two in one text', () => {
  test.each([
    ['31.5, 34.45'],
    ['31.5 34.45'],
    ['31,5; 34,45'],
    ['31°30′ N 34°27′ E'],
    ['31° 30\' 00" N, 34° 27\' 00" E'],
    ['34°27′ E, 31°30′ N'],
    ['N31.5 E34.45'],
  ])('%s', (text) => {
    const place = readPlace(text);
    expect(place?.[0]).toBeCloseTo(34.45, 9);
    expect(place?.[1]).toBeCloseTo(31.5, 9);
  });

  test.each(['31.5', '', 'here', '31.5, 34.45, 12', '95, 20'])('not "%s"', (text) => expect(readPlace(text)).toBeNull());
});

test('what is shown is read back, to a tenth of a metre in degrees, to a third in seconds', () => {
  fc.assert(
    fc.property(fc.constantFrom('latitude' as const, 'longitude' as const), fc.double({ min: -1, max: 1, noNaN: true }), (axis, share) => {
      const value = share * (axis === 'latitude' ? 90 : 180);
      expect(Math.abs((readDegrees(decimalDegrees(value), axis) ?? Infinity) - value)).toBeLessThan(5.1e-7);
      expect(Math.abs((readDegrees(sexagesimalDegrees(value, axis), axis) ?? Infinity) - value)).toBeLessThan(1.4e-6);
    }),
  );
});

test('seconds that round up carry into minutes and degrees', () => {
  expect(sexagesimalDegrees(31.999999999, 'latitude')).toBe('32°00′00.00″ N');
  expect(sexagesimalDegrees(-0.5, 'longitude')).toBe('0°30′00.00″ W');
});
