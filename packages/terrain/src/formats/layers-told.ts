/** One sentence on the layers of a file, where it has several. */
export function layersTold(layers: readonly string[]): string[] {
  return layers.length < 2 ? [] : [`${layers.length} layers were read: ${layers.slice(0, 12).join(', ')}${layers.length > 12 ? ' …' : ''}`];
}
