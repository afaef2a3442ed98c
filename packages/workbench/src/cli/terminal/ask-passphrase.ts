/** Thrown where the user pressed Ctrl+C instead of answering. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Whether there is somebody to ask: both standard input and standard error are a terminal. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Asks for a passphrase on the terminal without showing what is typed. */
export async function askPassphrase(question: string): Promise<string> {
  const { stdin, stderr } = process;
  // Before the question: what is typed the moment it shows must not be echoed.
  stdin.setRawMode(true);
  stderr.write(`${question}: `);
  stdin.setEncoding('utf8');
  stdin.resume();
  try {
    return await typed(stdin);
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}

function typed(stdin: NodeJS.ReadStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text: string[] = [];
    const onData = (chunk: string): void => {
      for (const key of chunk) {
        if (ENDS.has(key)) {
          stdin.off('data', onData);
          if (key === INTERRUPT) reject(new Interrupted('interrupted'));
          else resolve(text.join(''));
          return;
        }
        if (key === '\x7f' || key === '\b') text.pop();
        else if (key === CLEAR_LINE) text = [];
        else if (key >= ' ') text.push(key);
      }
    };
    stdin.on('data', onData);
  });
}

const INTERRUPT = '\x03';
const END_OF_INPUT = '\x04';
const CLEAR_LINE = '\x15';
const ENDS: ReadonlySet<string> = new Set(['\r', '\n', END_OF_INPUT, INTERRUPT]);
