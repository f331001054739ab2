// What stands around the body of an administrative document (Nghị định
// 30/2020/NĐ-CP, Điều 8 and Phụ lục I): Quốc hiệu and Tiêu ngữ, the issuer and
// the body above it, number, place and date, type and summary before it;
// recipients and signature behind it.  All from `document` of the context.
#pragma once

#include <string>

#include "document/layout.hpp"
#include "document/word_xml.hpp"

namespace thidua::document {

// With letterhead, signature and recipients of the issuer.
[[nodiscard]] bool is_signed_by_issuer(const DocumentText& text);

[[nodiscard]] std::string frame_head(const DocumentText& text,
                                     const PageLook& page);
[[nodiscard]] std::string frame_foot(const DocumentText& text,
                                     const PageLook& page);

}  // namespace thidua::document
