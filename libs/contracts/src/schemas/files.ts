import { z } from 'zod';

/** Answers about files on matters: photos and documents. What is sent is a multipart form with one file. */

const serverNow = z.iso.datetime().optional();

export const StoredFile = z
  .object({
    id: z.uuid(),
    name: z
      .string()
      .meta({ description: 'What it is saved as; photos get a made name', examples: ['photo-3f0c1a2b.jpg'] }),
    mediaType: z.string().meta({ description: 'As its content says', examples: ['image/jpeg'] }),
    bytes: z.int().meta({ description: 'Size as kept' }),
    sha256: z.string().meta({ description: 'Of the bytes as kept, hexadecimal' }),
    width: z.int().optional().meta({ description: 'Of a photo, pixels' }),
    height: z.int().optional().meta({ description: 'Of a photo, pixels' }),
    uploadedRole: z.string().meta({ examples: ['handler'] }),
    uploadedAt: z.iso.datetime(),
    redacted: z.boolean().meta({ description: 'What is shown is a copy on which nobody can be recognised' }),
    final: z.boolean().meta({ description: 'It belongs to words that stand' }),
    serverNow,
  })
  .meta({ id: 'StoredFile', description: 'A photo or document on a matter, without its bytes' });
export type StoredFile = z.output<typeof StoredFile>;

const FileLimits = z
  .object({
    maxBytes: z.int().meta({ description: 'Of one file' }),
    maxCount: z.int().meta({ description: 'Of files on the matter' }),
  })
  .meta({
    id: 'FileLimits',
    description: 'How much may be put there',
    examples: [{ maxBytes: 10485760, maxCount: 20 }],
  });

export const StoredFileList = z
  .object({
    items: z.array(StoredFile),
    limits: FileLimits.optional().meta({ description: 'Said before anybody chooses a file' }),
    serverNow,
  })
  .meta({ id: 'StoredFileList', description: 'Files of a matter that the caller may see, oldest first' });
export type StoredFileList = z.output<typeof StoredFileList>;

export const LookAtOriginal = z
  .strictObject({ reason: z.string().trim().min(1).max(200).meta({ description: 'Kept with the name of who looked' }) })
  .meta({
    id: 'LookAtOriginal',
    description: 'A look at a photo as it was before it was redacted',
    examples: [{ reason: '核对车牌，联系车主挪车。' }],
  });
export type LookAtOriginal = z.output<typeof LookAtOriginal>;
