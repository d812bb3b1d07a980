package dev.parley.document.extraction;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a stranger's file is looked at before it is refused.
 *
 * @param fileSize most bytes of one file, or of one entry of an archive
 * @param archiveSize most bytes of an archive as sent
 * @param archiveEntries most files in an archive
 * @param archiveUnpacked most bytes of all its files together
 * @param archiveRatio how many times its packed size a file may unpack to
 * @param textSize most bytes of UTF-8 text a file may hold
 * @param extractionTime how long one file may take to read
 * @param extractionMemory heap of the process that reads it
 * @param extractionProcesses how many of these run at once
 * @param extractionFiles after how many files such a process is replaced
 * @param extractionRest how long such a process waits for work before it ends
 */
@ConfigurationProperties("parley.import")
public record ImportLimits(
        @DefaultValue("20MB") DataSize fileSize,
        @DefaultValue("100MB") DataSize archiveSize,
        @DefaultValue("500") int archiveEntries,
        @DefaultValue("100MB") DataSize archiveUnpacked,
        @DefaultValue("100") int archiveRatio,
        @DefaultValue("10MB") DataSize textSize,
        @DefaultValue("20s") Duration extractionTime,
        @DefaultValue("256MB") DataSize extractionMemory,
        @DefaultValue("2") int extractionProcesses,
        @DefaultValue("200") int extractionFiles,
        @DefaultValue("60s") Duration extractionRest) {

    /** What holds where nothing is set. */
    public static final ImportLimits DEFAULT = new ImportLimits(
            DataSize.ofMegabytes(20),
            DataSize.ofMegabytes(100),
            500,
            DataSize.ofMegabytes(100),
            100,
            DataSize.ofMegabytes(10),
            Duration.ofSeconds(20),
            DataSize.ofMegabytes(256),
            2,
            200,
            Duration.ofSeconds(60));
}
