import highs from 'highs';

/** The types of the package are those of its CommonJS build; what an ES module gets is the loader itself. */
export const loadHighs = highs as unknown as typeof highs.default;
