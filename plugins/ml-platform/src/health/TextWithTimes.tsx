import { Time } from './Time';

const MOMENT = /(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)/;

/** Words of a cause: moments in them are shown in the viewer's zone. */
export function TextWithTimes({ text }: { text: string }) {
  return (
    <>
      {text
        .split(MOMENT)
        .map((part, index) =>
          index % 2 === 1 ? <Time key={index} at={part} as="moment" /> : part,
        )}
    </>
  );
}
