import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A letter as a real SMTP server received it. */
export interface Letter {
  to: string;
  id: string;
  subject: string;
  text: string;
}
/** A text as the server of a provider received it. */
export interface PhoneText {
  id: string;
  phone: string;
  text: string;
}

const WAIT_MS = 10_000;
const LOOK_EVERY_MS = 50;

/** A real SMTP server and a real provider of texts, on free ports, that keep what they are given. */
export class PostOffice {
  readonly letters: Letter[] = [];
  readonly texts: PhoneText[] = [];
  /** What the SMTP server says to each recipient: undefined takes the letter. */
  refusal: (to: string) => number | undefined = () => undefined;
  refused = 0;
  private smtp!: SMTPServer;
  private provider!: Server;

  static async open(): Promise<PostOffice> {
    const office = new PostOffice();
    office.smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        const code = office.refusal(address);
        if (code === undefined) return done();
        office.refused += 1;
        done(Object.assign(new Error('refused'), { responseCode: code }));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const [to] = session.envelope.rcptTo;
          office.letters.push({ to: to!.address, ...readLetter(Buffer.concat(chunks).toString('utf8')) });
          done();
        });
      },
    });
    office.provider = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        office.texts.push(JSON.parse(body) as PhoneText);
        response.end('{}');
      });
    });
    await new Promise<void>((resolve) => office.smtp.listen(0, '127.0.0.1', resolve));
    await new Promise<void>((resolve) => office.provider.listen(0, '127.0.0.1', resolve));
    return office;
  }

  get environment(): Record<string, string> {
    const port = (address: AddressInfo | string | null): number => (address as AddressInfo).port;
    return {
      SMTP_URL: `smtp://127.0.0.1:${port(this.smtp.server.address())}`,
      SMS_SENDER: 'http',
      SMS_URL: `http://127.0.0.1:${port(this.provider.address())}/texts`,
      GATEWAY_PUBLIC_URL: 'https://hsl.example.cn',
      NOTICE_GATHER_SECONDS: '60',
      NOTICE_SPACING_SECONDS: '900',
    };
  }

  async close(): Promise<void> {
    this.provider.closeAllConnections();
    await new Promise<void>((resolve) => this.smtp.close(resolve));
    await new Promise((resolve) => this.provider.close(resolve));
  }

  lettersTo(to: string): Letter[] {
    return this.letters.filter((letter) => letter.to === to);
  }

  textsTo(phone: string): PhoneText[] {
    return this.texts.filter((text) => text.phone === phone);
  }
}

/** @throws Error naming what was waited for, after ten seconds */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + WAIT_MS; !(await holds());) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function readLetter(source: string): Omit<Letter, 'to'> {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const unfolded = head.replaceAll(/\r\n[ \t]/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '';
  const encoding = header('Content-Transfer-Encoding');
  const body = rest.join('\r\n\r\n');
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? bytesOf(body.replaceAll('=\r\n', ''))
        : body;
  return { id: header('Message-ID'), subject: wordsOf(header('Subject')), text };
}

/** `=E4=BD=A0` */
const bytesOf = (text: string): string =>
  decodeURIComponent(text.replaceAll('%', '%25').replaceAll(/=([0-9A-F]{2})/g, '%$1'));

/** `=?UTF-8?Q?…?=` or `=?UTF-8?B?…?=`, several in a row. */
const wordsOf = (text: string): string =>
  text.replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=\s*/gi, (_, kind: string, word: string) =>
    kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString('utf8') : bytesOf(word.replaceAll('_', ' ')),
  );
