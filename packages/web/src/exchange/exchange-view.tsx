/** What the sides would give each other, in which order, and where a side does better to stop. */
export default function ExchangeView() {
  return <section className="view" />;
}
