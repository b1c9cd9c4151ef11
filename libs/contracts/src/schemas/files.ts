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
    final: z.boolean().meta({ description: 'It belongs to words that stand' }),
    serverNow,
  })
  .meta({ id: 'StoredFile', description: 'A photo or document on a matter, without its bytes' });
export type StoredFile = z.output<typeof StoredFile>;

export const StoredFileList = z
  .object({ items: z.array(StoredFile), serverNow })
  .meta({ id: 'StoredFileList', description: 'Files of a matter that the caller may see, oldest first' });
export type StoredFileList = z.output<typeof StoredFileList>;
