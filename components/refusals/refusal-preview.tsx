import { BodyView } from '#components/deliveries/body-view.tsx';

/** The beginning of a refused body: as a tree where it is JSON, else as the text it is. */
export function RefusalPreview({ text, cut }: { text: string; cut: boolean }) {
  if (text.trim() === '') return <p className="text-13 text-ink-2">The request had no data.</p>;
  return (
    <>
      <BodyView text={text} label="Data" />
      {cut && <p className="text-12 text-ink-3">Only the beginning was kept.</p>}
    </>
  );
}
