package org.wuyou.registry.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wuyou.policy.tool.RegionJar;

/** A made-up city's bundle: a standard about staff, and an award for institutions. */
final class CityBundle {
  static final String REGION = "140500";
  static final String MODULE = "region-staffed";

  private static final String BUNDLE =
      """
      bundle: staffed-2026
      region: "140500"
      uses: [register]
      name: {zh: 虚构市办法, en: Measures of a made-up city}
      documents:
        - {name: {zh: 办法, en: Measures}, issuer: {zh: 市政府, en: City}, issued: 2026-01-01}
      valid: {from: 2026-01-01, to: 2028-12-31}
      departments:
        kjj: {zh: 科技局, en: Science bureau}
      """;
  private static final String RULES =
      """
      article: 第一条
      clause: ST-1
      departments: [kjj]
      parameters:
        leastStaff: {name: {zh: 人员下限, en: Least staff}, unit: 人, values: {2026-01-01: LEAST}}
        award: {name: {zh: 奖励, en: Award}, unit: 万元, values: {2026-01-01: 10}}
      readings:
        ST-01:
          question: {zh: 看哪一年, en: Which year}
          default: THIS
          choices: {THIS: {zh: 当年, en: The year}, LAST: {zh: 上年, en: The year before}}
          why: {zh: 当年数据可得, en: Figures of the year are at hand}
      facts:
        staff:
          of: Enterprise
          name: {zh: 研发人员, en: R&D staff}
          value: "reading('ST-01') == 'THIS' ? thisReturn.rdPersonnel : lastReturn.rdPersonnel"
      standards:
        - id: staffed
          name: {zh: 人员充足, en: Staffed}
          summary: {zh: 研发人员足够, en: Enough people in R&D}
          of: Enterprise
          readings: [ST-01]
          all:
            - {id: STAFF, name: {zh: 人员, en: Staff}, say: {zh: 达到下限, en: At the floor}, if: staff >= leastStaff}
      benefits:
        - id: institutionAward
          name: {zh: 机构奖励, en: Award for institutions}
          summary: {zh: 国家级机构奖励, en: Award for national institutions}
          of: RdInstitution
          to: enterprise
          all:
            - {id: LEVEL, name: {zh: 级别, en: Level}, say: {zh: 国家级, en: National}, if: level == 'NATIONAL'}
          amount: {flat: award}
      """;
  private static final String CASES =
      """
      cases:
        - name: 界限上下与换年
          rule: staffed
          asOf: 2026-12-31
          given:
            Enterprise:
              恰好: {returns: {2026: {rdPersonnel: LEAST}}}
              略少: {returns: {2026: {rdPersonnel: LESS}}}
              略多: {returns: {2026: {rdPersonnel: MORE}}}
          expect: {恰好: ELIGIBLE, 略少: INELIGIBLE, 略多: ELIGIBLE}
        - name: 看上年
          rule: staffed
          asOf: 2026-12-31
          readings: {ST-01: LAST}
          given: {Enterprise: {甲: {returns: {2025: {rdPersonnel: MORE}}}}}
          expect: {甲: ELIGIBLE}
        - name: 国家级与省级
          rule: institutionAward
          asOf: 2026-12-31
          given:
            Enterprise: {甲: {}}
            RdInstitution:
              国家级: {enterprise: 甲, level: NATIONAL}
              省级: {enterprise: 甲, level: PROVINCIAL}
          expect: {国家级: {status: ELIGIBLE, amount: 10万元}, 省级: INELIGIBLE}
      """;

  private CityBundle() {}

  /** The jar of a version that asks for so many people. */
  static Path jar(String version, int leastStaff) throws IOException {
    Path folder = Files.createTempDirectory("wuyou-city");
    write(folder, "bundle.yaml", BUNDLE);
    write(folder, "rules.yaml", RULES.replace("LEAST", "" + leastStaff));
    write(
        folder,
        "rules.cases.yaml",
        CASES
            .replace("LEAST", "" + leastStaff)
            .replace("LESS", "" + (leastStaff - 1))
            .replace("MORE", "" + (leastStaff + 1)));
    Path jar = Files.createTempFile("wuyou-city", ".jar");
    RegionJar.write(folder, new RegionJar.Label(MODULE, version, "[0.1,1)"), jar);
    return jar;
  }

  private static void write(Path folder, String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
