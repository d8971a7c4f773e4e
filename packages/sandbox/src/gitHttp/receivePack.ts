import { Response } from 'express';

export interface PushCommand {
  from: string;
  to: string;
  ref: string;
}

export interface Push {
  commands: PushCommand[];
  capabilities: string[];
}

/** Reads which refs a push changes: packet lines up to the first flush. */
export function readCommands(body: Buffer): Push {
  const commands: PushCommand[] = [];
  let capabilities: string[] = [];
  let position = 0;
  while (position + 4 <= body.length) {
    const length = parseInt(body.toString('ascii', position, position + 4), 16);
    if (!(length >= 4)) break;
    const line = body.toString('utf8', position + 4, position + length);
    const [command, rest] = line.split('\0');
    if (rest !== undefined) capabilities = rest.trim().split(' ');
    const [from, to, ...ref] = command.trim().split(' ');
    commands.push({ from, to, ref: ref.join(' ') });
    position += length;
  }
  return { commands, capabilities };
}

/** Answers a push the way GitHub's hook for protected branches does. */
export function refusePush(response: Response, push: Push, ref: string): void {
  const report = [
    packet('unpack ok\n'),
    ...push.commands.map(command =>
      packet(`ng ${command.ref} protected branch hook declined\n`),
    ),
    '0000',
  ].join('');
  const message = `error: GH006: Protected branch update failed for ${ref}.\nerror: Changes must be made through a pull request.\n`;
  const sideBand = push.capabilities.some(name => name.startsWith('side-band'));
  response
    .status(200)
    .set('cache-control', 'no-cache')
    .set('content-type', 'application/x-git-receive-pack-result')
    .end(
      sideBand
        ? `${packet(`\u0002${message}`)}${packet(`\u0001${report}`)}0000`
        : report,
    );
}

function packet(text: string): string {
  const length = Buffer.byteLength(text, 'utf8') + 4;
  return length.toString(16).padStart(4, '0') + text;
}
