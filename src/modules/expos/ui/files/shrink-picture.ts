// A picture as it leaves the device: not larger than a screen shows it. A phone's has five megabytes and says where it was taken; drawn anew it says nothing.

/** Pixels of the longer side, and bytes below which a picture goes as it is. */
const longSide = 1600;
const smallBytes = 700_000;

/** As JPEG where it is large; anything that the browser cannot read goes as it is, so that the server says what is wrong with it. */
export async function shrinkPicture(file: File): Promise<File> {
  if (!file.type.startsWith('image/')) return file;
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return file;
  const scale = Math.min(1, longSide / Math.max(picture.width, picture.height));
  if (scale === 1 && file.size <= smallBytes) return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (pen === null) return file;
  // JPEG knows no transparency: what is seen through would be black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  return drawn === null ? file : new File([drawn], file.name.replace(/\.[^.]*$/, '.jpg'), { type: 'image/jpeg' });
}
