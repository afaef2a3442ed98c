import { expect, test } from 'vitest';
import { areaText, bandText, lengthText, metersText, peopleText, percentText, placeText } from './amounts.ts';

test('an area has two decimals as long as they mean something', () => {
  expect(areaText(194.514)).toBe('194.51 km²');
  expect(areaText(0.00085)).toBe('850 m²');
  expect(areaText(0)).toBe('0.00 km²');
  expect(areaText(43_120.6)).toBe('43,121 km²');
});

test('what is short is said in metres', () => {
  expect(lengthText(0.87)).toBe('870 m');
  expect(lengthText(12.44)).toBe('12.4 km');
  expect(metersText(-320.4)).toBe('320 m');
  expect(metersText(12_340)).toBe('12.3 km');
});

test('people are whole, and shares rounded', () => {
  expect(peopleText(12_345.6)).toBe('12,346');
  expect(percentText(53.15)).toBe('53 %');
  expect(percentText(2.26)).toBe('2.3 %');
});

test('a figure goes with the least and most that it can be, unless these are the same to a reader', () => {
  expect(bandText({ value: 194.51, low: 190.2, high: 198.9 }, areaText)).toBe('194.51 km² (190.20 km² to 198.90 km²)');
  expect(bandText({ value: 10, low: 10, high: 10.0001 }, areaText)).toBe('10.00 km²');
});

test('a place is north or south, east or west', () => {
  expect(placeText([33.8944444, 33.6444444])).toBe('33.6444° N, 33.8944° E');
  expect(placeText([-70.5, -12])).toBe('12.0000° S, 70.5000° W');
});
