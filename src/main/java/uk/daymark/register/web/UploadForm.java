package uk.daymark.register.web;

/**
 * What a person chose beside the file.
 *
 * @param kind what the file holds, as an address writes it; empty text where nothing was chosen
 * @param school the school of lines that name none; may be empty text
 */
record UploadForm(String kind, String school) {

    static final UploadForm EMPTY = new UploadForm("", "");
}
