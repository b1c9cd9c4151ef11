import { FileImage } from './file-image.js';

/** Photos get a made name; whatever has another one is a document. */
const PHOTO = /\.(jpg|png|webp)$/;

/** A file as a small picture, or by its name. */
export const FileThumb = ({ address, name }: { address: string; name: string }) =>
  PHOTO.test(name) ? <FileImage address={address} alt={name} /> : <span>{name}</span>;
