package org.wuyou.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.wuyou.spi.value.Uscc;

/**
 * A small register to ask questions of: two counties of one city, the enterprises {@code E1} to
 * {@code E9} that a test gives.
 */
final class Counties {
  static final String CITY = "140500";
  static final String GAOPING = "140581";
  static final String YANGCHENG = "140522";

  private Counties() {}

  static Rig open(Path directory) throws IOException {
    Rig rig = Rig.bare(directory);
    rig.load(
        "Division",
        """
        code,name,level,kind,parent
        140000,山西省,PROVINCE,GB,
        140500,晋城市,CITY,GB,140000
        140522,阳城县,COUNTY,GB,140500
        140581,高平市,COUNTY,GB,140500
        """);
    return rig;
  }

  /** The code of enterprise number {@code n}. */
  static String uscc(int n) {
    String body = "91140500MAX9" + String.format("%05d", n);
    return body + Uscc.checkCharacter(body);
  }

  /** Loads industrial legal persons, each line {@code number,divisionCode,…more columns}. */
  static void enterprises(Rig rig, String more, List<String> lines) throws IOException {
    StringBuilder csv =
        new StringBuilder("uscc,name,legalPerson,industryCode,divisionCode" + more + "\n");
    for (String line : lines) {
      int comma = line.indexOf(',');
      int number = Integer.parseInt(line.substring(0, comma));
      csv.append(uscc(number)).append(",示例E").append(number).append(",true,C,");
      csv.append(line.substring(comma + 1)).append('\n');
    }
    rig.load("Enterprise", csv.toString());
  }

  /** Loads rows of an entity keyed by enterprise, each line {@code number,…columns}. */
  static void rows(Rig rig, String entity, String columns, List<String> lines) throws IOException {
    StringBuilder csv = new StringBuilder("enterprise," + columns + "\n");
    for (String line : lines) {
      int comma = line.indexOf(',');
      csv.append(uscc(Integer.parseInt(line.substring(0, comma))));
      csv.append(line.substring(comma)).append('\n');
    }
    rig.load(entity, csv.toString());
  }
}
