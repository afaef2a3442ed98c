export default function RecordView() { return <p>record</p>; }
