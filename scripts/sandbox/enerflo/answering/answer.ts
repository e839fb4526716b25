/** What goes back, whole. */
export type Answer = { status: number; headers: Record<string, string>; body: string };

export function jsonAnswer(status: number, value: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

export function textAnswer(status: number, text: string): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=UTF-8' }, body: text };
}

const words: Record<number, string> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  419: 'Page Expired',
  429: 'Too many requests.',
  500: 'Whoops, looks like something went wrong.',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Time-out',
};

/** An error as a page for people, in place of JSON: the framework's, or from 502 the web server's in front of it. */
export function htmlAnswer(status: number): Answer {
  const text = words[status] ?? 'Error';
  if (status >= 502) {
    const title = `${status} ${text}`;
    const page = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx/1.20.2</center>\r\n</body>\r\n</html>\r\n`;
    return { status, headers: { 'content-type': 'text/html' }, body: page };
  }
  return textAnswer(
    status,
    `<!DOCTYPE html>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">

        <title>Error</title>

        <link href="https://fonts.example.com/css?family=Nunito" rel="stylesheet" type="text/css">

        <style>
            html, body { background-color: #fff; color: #636b6f; font-family: 'Nunito', sans-serif; height: 100vh; margin: 0; }
            .full-height { height: 100vh; }
            .flex-center { align-items: center; display: flex; justify-content: center; }
            .position-ref { position: relative; }
            .content { text-align: center; }
            .title { font-size: 36px; padding: 20px; }
        </style>
    </head>
    <body>
        <div class="flex-center position-ref full-height">
            <div class="content">
                <div class="title">
                    ${text}                </div>
            </div>
        </div>
    </body>
</html>
`,
  );
}

/** A request that is refused, thrown from wherever that shows. */
export class Refusal extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super(`Refused with ${answer.status}.`);
    this.answer = answer;
  }
}

/** The page that stands in for whatever is not there, ids of the wrong kind too. */
export function notFound(): Refusal {
  return new Refusal(htmlAnswer(404));
}

/** A refusal of input, by field, in the form of the framework that Enerflo shows to be built with. */
export function invalid(errors: Record<string, string[]>): Refusal {
  return new Refusal(jsonAnswer(422, { message: 'The given data was invalid.', errors }));
}
