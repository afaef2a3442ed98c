export default function SetupView() {
  return <p>setup</p>;
}
