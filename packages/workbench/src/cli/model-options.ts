import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '@parley/model';
import type { ModelOptions } from '@parley/reader';
import type { Command } from 'commander';
import type { ModelReaderOptions } from '../operations/model-reader.ts';
import { wholeNumber } from './option-values.ts';
import { say } from './terminal/output.ts';

/** The options by which a command is told of a language model. */
export interface ModelCommandOptions {
  readonly model?: string;
  readonly endpoint?: string;
  readonly apiKeyFile?: string;
  readonly allowRemote?: boolean;
  readonly modelTimeout?: number;
  readonly release?: readonly string[];
}

export function modelOptions(command: Command): Command {
  return command
    .option('--model <name>', 'have a language model propose statements too; off where left out')
    .option('--endpoint <url>', 'where the model is: any OpenAI-compatible endpoint, such as http://127.0.0.1:11434/v1')
    .option('--api-key-file <file>', 'take its key from the first line of this file (default: PARLEY_MODEL_KEY)')
    .option('--allow-remote', 'let the text leave this machine, where the endpoint is on another')
    .option(
      '--model-timeout <seconds>',
      'how long to wait for each of its replies (default: 120)',
      wholeNumber('--model-timeout', 1, 3600),
    );
}

/** For commands on a case, whose sources may be confidential. */
export function releaseOption(command: Command): Command {
  return command.option('--release <reports...>', 'send these reports to the model though they go into a confidential compartment');
}

/**
 * The model that the options name; undefined for none. Says on standard error where the text will
 * go, if it leaves this machine.
 *
 * Throws a UserError for an endpoint on another machine without `--allow-remote`.
 */
export async function modelNamed(
  options: ModelCommandOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Pick<ModelOptions, 'endpoint' | 'model' | 'apiKey' | 'timeoutMs'> | undefined> {
  const { model, endpoint } = options;
  if (model === undefined) {
    const lone = (['endpoint', 'apiKeyFile', 'allowRemote', 'release', 'modelTimeout'] as const).find(
      (name) => options[name] !== undefined,
    );
    if (lone === undefined) return undefined;
    throw new UserError(`${OPTION_NAMES[lone]} without --model`, { cure: 'name the model by --model' });
  }
  if (!/^[\x21-\x7e]{1,200}$/.test(model)) {
    throw new UserError(`--model: "${model}" is not the name of a model`, {
      cure: 'write it as its endpoint lists it, such as llama3.2:3b',
    });
  }
  if (endpoint === undefined) {
    throw new UserError(`--model ${model} without --endpoint`, { cure: 'say where it is, such as --endpoint http://127.0.0.1:11434/v1' });
  }
  const { endpointOf } = await import('@parley/reader');
  const { host, isLoopback, url } = endpointOf(endpoint);
  if (!isLoopback) {
    if (!options.allowRemote) {
      throw new UserError(`${host} is not this machine, and the text of the reports would leave it`, {
        cure: 'add --allow-remote if it may, or name a model on this machine',
      });
    }
    say(`warning: the text of these reports leaves this machine and goes to ${host}${url.protocol === 'http:' ? ', unencrypted' : ''}`);
  }
  return { model, endpoint, apiKey: keyFrom(options.apiKeyFile, env), timeoutMs: (options.modelTimeout ?? DEFAULT_SECONDS) * 1000 };
}

const DEFAULT_SECONDS = 120;
const OPTION_NAMES = {
  endpoint: '--endpoint',
  apiKeyFile: '--api-key-file',
  allowRemote: '--allow-remote',
  release: '--release',
  modelTimeout: '--model-timeout',
} as const;

/** How the model is to read one report. */
export function readerOptionsFor(
  file: string,
  model: Awaited<ReturnType<typeof modelNamed>>,
  { release = [] }: ModelCommandOptions,
): ModelReaderOptions | undefined {
  return model && { ...model, isReleased: release.some((name) => resolve(name) === resolve(file)) };
}

function keyFrom(file: string | undefined, env: NodeJS.ProcessEnv): string | undefined {
  const from = file === undefined ? 'PARLEY_MODEL_KEY' : file;
  const key = (file === undefined ? env.PARLEY_MODEL_KEY : firstLine(file))?.trim();
  if (key === undefined || (key === '' && file === undefined)) return undefined;
  // The key itself is never shown.
  if (!/^[\x21-\x7e]+$/.test(key)) throw new UserError(`there is no key in ${from}`, { cure: 'put the key alone into its first line' });
  return key;
}

function firstLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  } catch (error) {
    throw new UserError(`--api-key-file: ${file} cannot be read`, { cure: 'check the name and the right to read it', cause: error });
  }
}
