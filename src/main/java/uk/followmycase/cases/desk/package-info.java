/** Cases as a force's staff work with them: who may do what, and all that they see and do. */
@NamedInterface("desk")
@NullMarked
package uk.followmycase.cases.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
