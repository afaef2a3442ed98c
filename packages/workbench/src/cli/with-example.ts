import type { Command } from 'commander';

/** Ends a command's help with an example or two. */
export function withExample(command: Command, ...lines: string[]): Command {
  const indented = lines.map((line) => `  ${line}`).join('\n');
  return command.addHelpText('after', `\nExample:\n${indented}`);
}
