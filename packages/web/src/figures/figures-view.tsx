export default function FiguresView() {
  return <p>figures</p>;
}
