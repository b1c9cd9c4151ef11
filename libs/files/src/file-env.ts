import { UPLOAD_LIMIT_BYTES } from '@hsl/platform/fastify-server';
import { readEnv } from '@hsl/platform/env';
import { z } from 'zod';

const MEGABYTE = 1_048_576;
/** What else a form holds besides the file. */
const FORM_BYTES = 64 * 1024;

const bytes = (preset: number) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .max(UPLOAD_LIMIT_BYTES - FORM_BYTES)
    .default(preset);
const count = (preset: number) => z.coerce.number().int().min(1).max(200).default(preset);

const fileEnvSchema = z.object({
  /** Where files lie if no bucket is named; shared by all replicas of a service. */
  FILES_DIR: z.string().default('.local/files'),
  /** An S3-compatible store instead of the directory. */
  FILES_S3_BUCKET: z.string().optional(),
  FILES_S3_ENDPOINT: z.url().optional(),
  FILES_S3_REGION: z.string().default('us-east-1'),
  /** Without these the usual places are asked for credentials (environment, role of the machine). */
  FILES_S3_ACCESS_KEY: z.string().optional(),
  FILES_S3_SECRET_KEY: z.string().optional(),
  /** Of one file from somebody who signed in. */
  FILES_MAX_BYTES: bytes(10 * MEGABYTE),
  /** On one matter. */
  FILES_MAX_COUNT: count(20),
  /** Of one photo from a resident without sign-in. */
  FILES_PUBLIC_MAX_BYTES: bytes(5 * MEGABYTE),
  FILES_PUBLIC_MAX_COUNT: count(3),
  /** A small file may be a picture that no memory holds. */
  FILES_MAX_PIXELS: z.coerce.number().int().min(1_000_000).default(50_000_000),
});
export type FileEnv = z.output<typeof fileEnvSchema>;

/** How much somebody who signed in may put on a matter. */
export const limitsOf = ({ FILES_MAX_BYTES: maxBytes, FILES_MAX_COUNT: maxCount }: FileEnv) => ({ maxBytes, maxCount });

/** Nest token of the environment of files. */
export const FILE_ENV = Symbol('hsl:file-env');

/** @throws EnvError naming every variable that is invalid */
export const readFileEnv = (): FileEnv => readEnv(fileEnvSchema);
