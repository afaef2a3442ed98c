/** What is placed by several maps, each once: two that bear one name are two. */
export function placedOnce<Placed extends { readonly id: string; readonly name: string }>(
  lists: readonly (readonly Placed[] | null | undefined)[],
): Pick<Placed, 'id' | 'name'>[] {
  const byId = new Map(lists.flatMap((list) => (list ?? []).map(({ id, name }) => [id, { id, name }] as const)));
  return [...byId.values()];
}
