import { useEffect, useRef, useState } from 'react';
import type { ChosenFile } from '../../uploads/chosen-file.js';
import { keepFiles, keptFiles } from '../../uploads/file-store.js';

/** The photos of a form: what was chosen before the page was left comes back. */
export function usePhotos(form: string) {
  const [photos, setPhotos] = useState<ChosenFile[]>([]);
  const touched = useRef(false);
  useEffect(() => {
    void keptFiles(form).then((kept) => {
      if (!touched.current) setPhotos(kept);
    });
  }, [form]);
  return {
    photos,
    change: (next: ChosenFile[]): void => {
      touched.current = true;
      setPhotos(next);
      void keepFiles(form, next);
    },
    /** The words have been received: from now on the photos wait to be sent under that code. */
    received: (trackingCode: string): Promise<void> => keepFiles(trackingCode, photos),
  };
}
